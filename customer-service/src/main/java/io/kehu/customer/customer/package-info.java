/**
 * Customers: companies and persons, with their ways to be reached.
 */
@NullMarked
package io.kehu.customer.customer;

import org.jspecify.annotations.NullMarked;
