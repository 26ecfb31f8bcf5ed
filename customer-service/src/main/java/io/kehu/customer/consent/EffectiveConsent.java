package io.kehu.customer.consent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The latest decision of a person for a purpose and a channel.
 *
 * @param contactId the contact, or null for the customer itself
 * @param consentId the record of the decision, with its proof
 */
record EffectiveConsent(@Nullable UUID contactId, String purpose, ConsentChannel channel, ConsentDecision decision,
		Instant decidedAt, UUID consentId) {
}
