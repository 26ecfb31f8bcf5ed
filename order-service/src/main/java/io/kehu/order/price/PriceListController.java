package io.kehu.order.price;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of price lists.
 */
@RestController
@RequestMapping("/api/v1/price-lists")
class PriceListController extends RecordController<PriceListDetails, PriceListView> {

	PriceListController(RecordStore<PriceListDetails, ?, PriceListView> priceLists) {
		super(priceLists);
	}

}
