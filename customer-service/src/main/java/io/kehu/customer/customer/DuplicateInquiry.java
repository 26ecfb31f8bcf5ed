package io.kehu.customer.customer;

import java.util.ArrayList;
import java.util.List;

/**
 * An inquiry for the likely duplicates of a customer, which a listener answers at once.
 */
public final class DuplicateInquiry {

	private final CustomerView customer;

	private final List<LikelyDuplicate> found = new ArrayList<>();

	DuplicateInquiry(CustomerView customer) {
		this.customer = customer;
	}

	/** Returns the customer as the caller may see it. */
	public CustomerView customer() {
		return this.customer;
	}

	/** Adds likely duplicates. */
	public void answer(List<LikelyDuplicate> duplicates) {
		this.found.addAll(duplicates);
	}

	List<LikelyDuplicate> found() {
		return List.copyOf(this.found);
	}

}
