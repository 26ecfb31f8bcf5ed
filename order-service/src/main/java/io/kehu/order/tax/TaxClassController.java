package io.kehu.order.tax;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of tax classes.
 */
@RestController
@RequestMapping("/api/v1/tax-classes")
class TaxClassController extends RecordController<TaxClassDetails, TaxClassView> {

	TaxClassController(RecordStore<TaxClassDetails, ?, TaxClassView> taxClasses) {
		super(taxClasses);
	}

}
