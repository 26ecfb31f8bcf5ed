/**
 * Likely duplicates of customers and contacts.
 */
@NullMarked
package io.kehu.customer.duplicate;

import org.jspecify.annotations.NullMarked;
