package io.kehu.order.product;

import java.util.Locale;

import io.kehu.platform.record.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a product, for the world to know.
 */
enum ProductEvent {

	ADDED, CHANGED, DELETED, RESTORED;

	static final String TOPIC = "kehu.products";

	/**
	 * Returns the change as the journal notes it.
	 */
	RecordChange of(@Nullable ProductView before, ProductView after) {
		String action = name().toLowerCase(Locale.ROOT);
		return new RecordChange(TOPIC, "io.kehu.product." + action + ".v1", action, after.id(), after.version(), before,
				after);
	}

}
