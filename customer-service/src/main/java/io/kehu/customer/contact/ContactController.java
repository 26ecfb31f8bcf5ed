package io.kehu.customer.contact;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of contacts.
 */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController extends KeyedController<ContactDetails, ContactView> {

	ContactController(RecordStore<ContactDetails, ?, ContactView> contacts) {
		super(contacts);
	}

}
