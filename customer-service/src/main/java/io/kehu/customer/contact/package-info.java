/**
 * The people at customers.
 */
@NullMarked
package io.kehu.customer.contact;

import org.jspecify.annotations.NullMarked;
