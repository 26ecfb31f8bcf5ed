package io.kehu.customer.support;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of agreements.
 */
@RestController
@RequestMapping("/api/v1/agreements")
class AgreementController extends RecordController<AgreementDetails, AgreementView> {

	AgreementController(RecordStore<AgreementDetails, ?, AgreementView> agreements) {
		super(agreements);
	}

}
