package io.kehu.customer.lead;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to convert a lead.
 *
 * @param customerId the customer that it belongs to, or null to create one from the lead
 * @param customer a merge patch (RFC 7396) for the customer that is created
 * @param contactId the contact of this customer that it belongs to, or null
 * @param createContact whether to create a contact from the lead if none is named; by
 * default if the lead has a family name and the customer is a company
 * @param contact a merge patch (RFC 7396) for the contact that is created
 * @param opportunity the opportunity to open, or null for none
 */
record NewConversion(@Nullable UUID customerId, @Nullable Map<String, @Nullable Object> customer,
		@Nullable UUID contactId, @Nullable Boolean createContact, @Nullable Map<String, @Nullable Object> contact,
		@Nullable @Valid NewOpportunity opportunity) {

	/**
	 * An opportunity to open.
	 *
	 * @param name its name; by default the company or the person, and the interest
	 * @param amount what it may be worth; the estimated value of the lead by default
	 * @param expectedCloseOn the day on which the deal is expected to close, or null
	 */
	record NewOpportunity(@Nullable @Size(max = 200) String name, @Nullable Money amount,
			@Nullable LocalDate expectedCloseOn) {

		NewOpportunity {
			name = Texts.orNull(name);
			amount = (amount != null) ? amount.normalized() : null;
		}

	}

}
