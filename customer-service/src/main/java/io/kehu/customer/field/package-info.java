/**
 * Definitions of custom fields, by which their values are checked.
 */
@NullMarked
package io.kehu.customer.field;

import org.jspecify.annotations.NullMarked;
