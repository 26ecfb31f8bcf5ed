/**
 * Lists: filters, sorts, keyset cursors.
 */
@NullMarked
package io.kehu.platform.query;

import org.jspecify.annotations.NullMarked;
