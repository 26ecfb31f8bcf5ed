package io.kehu.order.stock;

import java.util.UUID;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of stock levels.
 */
@RestController
@RequestMapping("/api/v1/stock-levels")
class StockController extends RecordController<StockDetails, StockView> {

	private final StockAdjustments adjustments;

	StockController(RecordStore<StockDetails, ?, StockView> stockLevels, StockAdjustments adjustments) {
		super(stockLevels);
		this.adjustments = adjustments;
	}

	@Operation(summary = "Add what has arrived to a stock level, or subtract what is lost")
	@PostMapping("/{id}/adjust")
	@PreAuthorize(WRITE)
	ResponseEntity<StockView> adjust(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody StockAdjustment adjustment) {
		return answer(this.adjustments.adjust(id, expected, adjustment));
	}

}
