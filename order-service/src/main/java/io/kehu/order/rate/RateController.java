package io.kehu.order.rate;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of exchange rates.
 */
@RestController
@RequestMapping("/api/v1/exchange-rates")
class RateController extends RecordController<RateSheetDetails, RateSheetView> {

	RateController(RecordStore<RateSheetDetails, ?, RateSheetView> rates) {
		super(rates);
	}

}
