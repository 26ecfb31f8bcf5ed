/**
 * Customers: companies and persons with their contact data.
 */
@NullMarked
package io.kehu.customer.customer;

import org.jspecify.annotations.NullMarked;
