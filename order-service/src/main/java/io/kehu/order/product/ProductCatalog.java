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
			select p.id, p.sku, p.name, p.price_amount, p.price_currency, p.active, coalesce(t.rate, 0) as tax_rate
			from product p left join tax_class t on t.id = p.tax_class_id
			where p.deleted_at is null and (p.id = any(?) or p.sku = any(?))""";

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
						row.getBoolean("active"), row.getBigDecimal("tax_rate")),
				new SqlArrayValue("uuid", ids.toArray()), new SqlArrayValue("text", skus.toArray()));
	}

}
