package io.kehu.deploy.local.demo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A company as it is brought in: its customers, products and orders, each with the bodies
 * that the API takes, tied together by the company's own keys.
 *
 * @param customers its customers, those without a parent before those with one
 * @param products its products
 * @param orders its orders
 */
public record Company(List<Customer> customers, List<Product> products, List<Order> orders) {

	/**
	 * One customer.
	 *
	 * @param key what the company calls it
	 * @param parent the key of the customer that it belongs to, if any
	 * @param body what the API is told
	 */
	public record Customer(String key, @Nullable String parent, Map<String, Object> body) {
	}

	/**
	 * One product.
	 *
	 * @param sku its number, by which it is known
	 * @param body what the API is told
	 */
	public record Product(String sku, Map<String, Object> body) {
	}

	/**
	 * One order.
	 *
	 * @param number what the company calls it
	 * @param customer the key of its customer, if it has one
	 * @param body what the API is told, without the customer
	 * @param lines its lines
	 */
	public record Order(String number, @Nullable String customer, Map<String, Object> body, List<Line> lines) {
	}

	/**
	 * One line of an order.
	 *
	 * @param sku the product
	 * @param body what the API is told, without the product
	 */
	public record Line(String sku, Map<String, Object> body) {
	}

}
