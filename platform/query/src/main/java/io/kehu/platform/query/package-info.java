/**
 * Lists with filters, sorting and keyset pagination.
 */
@NullMarked
package io.kehu.platform.query;

import org.jspecify.annotations.NullMarked;
