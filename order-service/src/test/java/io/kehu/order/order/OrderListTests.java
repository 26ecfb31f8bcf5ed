package io.kehu.order.order;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.test.contract.ListContract;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OrderListTests extends OrderFixture {

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void pagesInEveryOrder() {
		order("\"orderDate\": \"2025-03-01\"");
		order("\"orderDate\": \"2026-03-01\"");
		order("\"orderDate\": \"2025-03-01\", \"status\": \"draft\"");
		this.http
			.post(PATH,
					"{\"customerId\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 20}]}"
						.formatted(this.customer, this.sku))
			.expect(201);
		ListContract.check(this.http, PATH, "customerId=" + this.customer);
	}

	@Test
	void findsWordsInNumbersProductsAndNamesOfCustomers() {
		String name = "zq" + UUID.randomUUID().toString().replace("-", "");
		String clientNumber = "PO-" + UUID.randomUUID();
		String id = order("\"clientOrderNumber\": \"%s\"".formatted(clientNumber)).json().get("id").asString();
		this.jdbc.update("update customer_replica set name = ? where id = ?", "Société " + name, this.customer);
		for (String words : List.of(clientNumber, this.sku.toLowerCase(Locale.ROOT), name, "societe%20" + name,
				this.sku + "%20" + clientNumber)) {
			assertThat(ids(this.http, "q=" + words)).as(words).containsExactly(id);
		}
		assertThat(ids(this.http, "q=%s%%20none".formatted(name))).isEmpty();
		HttpProbe without = this.anyone.as("order:read");
		assertThat(ids(without, "q=" + clientNumber)).containsExactly(id);
		assertThat(ids(without, "q=" + name)).as("would reveal the names of customers").isEmpty();
		assertThat(ids(this.http, "sku=" + this.sku)).containsExactly(id);
		assertThat(ids(this.http, "productId=" + this.product)).containsExactly(id);
	}

	private static List<String> ids(HttpProbe caller, String query) {
		return texts(caller.get(PATH + "?" + query).expect(200).json().get("items"), "id");
	}

	@Test
	void includesTheCustomersThatTheCallerSees() {
		String at = order("\"orderDate\": \"2026-03-01\"").header("Location");
		String query = PATH + "?include=customer&customerId=" + this.customer;
		JsonNode customer = this.http.get(query).expect(200).json().at("/included/customer/0");
		assertThat(customer.get("id").asString()).isEqualTo(this.customer.toString());
		assertThat(customer.get("name").asString()).isNotEmpty();
		assertThat(customer.at("/externalIds/0/system").asString()).isEqualTo("erp");
		assertThat(this.http.get(at + "?include=customer").expect(200).json().at("/included/customer/0"))
			.isEqualTo(customer);
		this.anyone.as("order:read").get(query).expect(403);
		CUSTOMERS.hide(this.customer);
		HttpProbe stranger = this.anyone.as(TestToken.user("order:read", "customer:read:own"));
		assertThat(stranger.get(query).expect(200).json().at("/included/customer")).isEmpty();
	}

	@Test
	void pagesProductsInEveryOrder() {
		String run = "sorted-" + UUID.randomUUID();
		product(run + "-1", "Cup", "9.5");
		product(run + "-2", "Cup", "10");
		product(run + "-3", "Saucer", "9.50");
		product(run + "-4", "Ärmel", "200");
		ListContract.check(this.http, "/api/v1/products", "sku[like]=%s*".formatted(run));
	}

	private void product(String number, String name, String price) {
		this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"%s\", \"price\": {\"amount\": \"%s\", \"currency\": \"EUR\"}}"
						.formatted(number, name, price))
			.expect(201);
	}

}
