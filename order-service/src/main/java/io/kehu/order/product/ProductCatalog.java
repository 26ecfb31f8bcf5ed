package io.kehu.order.product;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the products of order lines.
 */
@Repository
public class ProductCatalog {

	private static final String FIND = """
			select id, sku, name, price_amount, price_currency, active from product
			where deleted_at is null and (id = any(?) or sku = any(?))""";

	private final JdbcTemplate jdbc;

	ProductCatalog(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the products with any of these ids or SKUs, excluding deleted ones, with
	 * one query.
	 */
	public List<CatalogProduct> find(Collection<UUID> ids, Collection<String> skus) {
		return this.jdbc.query(FIND,
				(row, number) -> new CatalogProduct(row.getObject("id", UUID.class), row.getString("sku"),
						row.getString("name"),
						Money.of(row.getBigDecimal("price_amount"), row.getString("price_currency")).normalized(),
						row.getBoolean("active")),
				new SqlArrayValue("uuid", ids.toArray()), new SqlArrayValue("text", skus.toArray()));
	}

}
