package io.kehu.order.price;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the prices in price lists.
 */
@RestController
@RequestMapping("/api/v1/prices")
class PriceController extends RecordController<PriceDetails, PriceView> {

	PriceController(RecordStore<PriceDetails, ?, PriceView> prices) {
		super(prices);
	}

}
