package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;

/**
 * Schemas of made-up legacy systems.
 */
final class LegacySchemas {

	private LegacySchemas() {
	}

	/** A shop with customers, whose addresses are tables of their own, and orders. */
	static Schema shop() {
		return new Schema(DatabaseKind.POSTGRESQL,
				List.of(table("city", "city_id, city, country_name"),
						table("crm_customers", "customer_id, first_name, last_name, email, phone, city_id>city, vip"),
						table("audit_log", "log_id, text"),
						table("order_items", "item_id, order_id>orders, product_id>products, quantity, unit_price"),
						table("orders", "order_id, customer_id>crm_customers, order_date date, status"),
						table("products", "product_id, product_name, unit_price, discontinued")));
	}

	/** Returns a table whose first column is its key. */
	static Table table(String name, String declared) {
		List<Column> columns = new ArrayList<>();
		List<Table.Reference> references = new ArrayList<>();
		for (String one : declared.split(", ")) {
			String type = one.endsWith(" date") ? "date" : "text";
			String[] parts = one.replace(" date", "").split(">");
			columns.add(new Column(parts[0], type, type, 0, 0, 0, true, null, false, false, false));
			if (parts.length > 1) {
				String key = parts[0];
				references.add(new Table.Reference("fk_" + key, List.of(key), parts[1], List.of(key)));
			}
		}
		return new Table(name, columns, List.of(columns.get(0).name()), references, List.of(), 100);
	}

}
