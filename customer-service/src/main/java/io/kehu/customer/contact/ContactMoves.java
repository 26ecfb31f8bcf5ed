package io.kehu.customer.contact;

import java.util.List;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;
import io.kehu.platform.record.RecordStore;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves contacts to the survivor when their customer is merged, and back when the merge
 * is undone, in the transaction of the merge.
 */
@Component
class ContactMoves {

	private final ContactRepository repository;

	private final RecordStore<ContactDetails, Contact, ContactView> contacts;

	ContactMoves(ContactRepository repository, RecordStore<ContactDetails, Contact, ContactView> contacts) {
		this.repository = repository;
		this.contacts = contacts;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		List<Contact> leaving = this.repository.findOf(merge.customer());
		if (!leaving.isEmpty()) {
			this.repository.recordMoves(merge.customer(), merge.survivor());
			this.contacts.changeAll(leaving, (details) -> details.at(merge.survivor()));
		}
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		this.contacts.changeAll(this.repository.findMovedFrom(undone.customer()),
				(details) -> details.at(undone.customer()));
		this.repository.deleteMoves(undone.customer());
	}

}
