package io.kehu.deploy.local.demo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The customers, products and orders of a company, each with its request body for the
 * API, linked by the company's own keys.
 *
 * @param customers its customers, those without a parent before those with one
 * @param products its products
 * @param orders its orders
 */
public record Company(List<Customer> customers, List<Product> products, List<Order> orders) {

	/**
	 * One customer.
	 *
	 * @param key the company's key
	 * @param parent the key of the customer that it belongs to, if any
	 * @param body the request body
	 */
	public record Customer(String key, @Nullable String parent, Map<String, Object> body) {
	}

	/**
	 * One product.
	 *
	 * @param sku its SKU
	 * @param body the request body
	 */
	public record Product(String sku, Map<String, Object> body) {
	}

	/**
	 * One order.
	 *
	 * @param number the company's order number
	 * @param customer the key of its customer, if it has one
	 * @param body the request body without the customer
	 * @param lines its lines
	 */
	public record Order(String number, @Nullable String customer, Map<String, Object> body, List<Line> lines) {
	}

	/**
	 * One line of an order.
	 *
	 * @param sku the product
	 * @param body the request body without the product
	 */
	public record Line(String sku, Map<String, Object> body) {
	}

}
