package io.kehu.order.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Finds the products that order lines speak of.
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
	 * Returns the products, deleted ones left out, that have one of these ids or skus, by
	 * one query; never null.
	 */
	public List<CatalogProduct> find(Collection<UUID> ids, Collection<String> skus) {
		return this.jdbc.query((connection) -> statement(connection, ids, skus),
				(row, number) -> new CatalogProduct(row.getObject("id", UUID.class), row.getString("sku"),
						row.getString("name"),
						Money.of(row.getBigDecimal("price_amount"), row.getString("price_currency")).normalized(),
						row.getBoolean("active")));
	}

	private static PreparedStatement statement(Connection connection, Collection<UUID> ids, Collection<String> skus)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(FIND);
		statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
		statement.setArray(2, connection.createArrayOf("text", skus.toArray()));
		return statement;
	}

}
