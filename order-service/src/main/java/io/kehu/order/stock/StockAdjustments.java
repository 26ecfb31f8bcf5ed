package io.kehu.order.stock;

import java.util.UUID;

import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;

/**
 * Adjusts stock levels.
 */
@Service
class StockAdjustments {

	private final RecordStore<StockDetails, StockLevel, StockView> levels;

	StockAdjustments(RecordStore<StockDetails, StockLevel, StockView> levels) {
		this.levels = levels;
	}

	/** Changes the quantity on hand by a difference. */
	StockView adjust(UUID id, ExpectedVersion expected, StockAdjustment adjustment) {
		return this.levels.act(id, expected, (level, now) -> level.adjust(adjustment.quantity(), now));
	}

}
