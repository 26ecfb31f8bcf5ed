package io.kehu.order.stock;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares stock levels.
 */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {

	/** A movement of stock that an order causes: reserving, shipping and so on. */
	static final RecordEvent MOVED = RecordEvent.of("moved");

	static final RecordEvents EVENTS = RecordEvents.of("kehu.products", "stock-level", "added", StockLevel.ADJUSTED,
			MOVED);

	@Bean
	RecordStore<StockDetails, StockLevel, StockView> stockLevels(RecordStores stores,
			@Qualifier("products") Referable products) {
		return stores.of(StockLevel.class, StockLevel::new, EVENTS)
			.permission("stock")
			.grantedLike("product")
			.identity("productId", StockDetails::productId, (level) -> level.details().productId())
			.references("productId", StockDetails::productId, products)
			.fields((fields) -> fields.reference("productId")
				.number("onHand", (level) -> level.details().onHand())
				.number("available", "on_hand - r.reserved", StockLevel::available))
			.build();
	}

}
