package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.customer.contact.ContactDetails;
import io.kehu.customer.customer.CustomerDetails;
import org.jspecify.annotations.Nullable;

/**
 * What the conversion of a lead would result in.
 *
 * @param customerId the present customer, or null if one would be created
 * @param customer the customer, as it is or would be
 * @param contactId the present contact, or null
 * @param contact the contact, as it is or would be, or null if there is none
 * @param opportunity the opportunity that would be opened, or null
 * @param matches the customers and contacts that the lead may be already
 */
record ConversionPreview(@Nullable UUID customerId, CustomerDetails customer, @Nullable UUID contactId,
		@Nullable ContactDetails contact, NewConversion.@Nullable NewOpportunity opportunity, LeadMatches matches) {
}
