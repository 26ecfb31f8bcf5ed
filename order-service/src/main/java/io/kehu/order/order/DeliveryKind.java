package io.kehu.order.order;

import java.util.Locale;

/**
 * The direction in which goods are sent.
 */
enum DeliveryKind {

	SHIPMENT, RETURN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
