package io.kehu.customer.field;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the definitions of custom fields.
 */
@RestController
@RequestMapping("/api/v1/custom-fields")
class CustomFieldController extends RecordController<CustomFieldDetails, CustomFieldView> {

	CustomFieldController(RecordStore<CustomFieldDetails, ?, CustomFieldView> fields) {
		super(fields);
	}

}
