package io.kehu.deploy.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Creates the request bodies of orders.
 */
final class OrderBodies {

	private OrderBodies() {
	}

	static Map<String, Object> order(String number, LocalDate day, String status) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("clientOrderNumber", number);
		body.put("orderDate", day.toString());
		body.put("status", status);
		return body;
	}

	static Map<String, Object> line(int quantity, Map<String, Object> unitPrice, BigDecimal discount) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("quantity", quantity);
		body.put("unitPrice", unitPrice);
		if (discount.signum() != 0) {
			body.put("discount", discount);
		}
		return body;
	}

	static Map<String, Object> money(BigDecimal amount, String currency) {
		return Map.of("amount", amount.toPlainString(), "currency", currency);
	}

}
