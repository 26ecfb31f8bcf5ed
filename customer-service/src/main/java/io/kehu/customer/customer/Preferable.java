package io.kehu.customer.customer;

/**
 * One of several ways to reach a customer, one of which can be preferred to the others.
 */
interface Preferable {

	/** Returns whether to use it first. */
	boolean primary();

}
