package io.kehu.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a consent: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch.
 *
 * @param contactId the contact who has decided, or null for the customer itself
 * @param purpose what the person is reached for, for example {@code newsletter}
 * @param decidedAt when the person decided
 * @param proof what shows it, for example the text that was agreed to and the number of
 * the form
 */
record ConsentDetails(@NotNull UUID customerId, @Nullable UUID contactId,
		@NotNull @Pattern(regexp = "[a-z][a-z0-9_-]{0,49}") String purpose, @NotNull ConsentChannel channel,
		@NotNull ConsentDecision decision, @NotNull Instant decidedAt, @NotBlank @Size(max = 5000) String proof,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<ConsentDetails> {

	ConsentDetails {
		proof = Texts.strip(proof);
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

}
