package io.kehu.order.report;

import java.util.Locale;

/**
 * By what a report groups sales.
 */
enum SalesDimension {

	NONE, PRODUCT, CUSTOMER, OWNER, TEAM;

	/** Returns the column of deltas with the member of the dimension. */
	String column() {
		return (this == NONE) ? "cast(null as uuid)" : this + "_id";
	}

	/** Returns the column of orders and their lines, as above. */
	String ofOrder() {
		return switch (this) {
			case NONE -> column();
			case PRODUCT -> "l." + column();
			case CUSTOMER, OWNER, TEAM -> "o." + column();
		};
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
