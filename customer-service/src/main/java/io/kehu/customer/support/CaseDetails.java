package io.kehu.customer.support;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a case: the body of a create, an upsert or a bulk line,
 * and the target of a merge patch.
 *
 * @param contactId a contact at the customer, or null
 * @param priority normal by default
 * @param origin how the case came in, {@code other} by default
 * @param agreementId the agreement by which its clocks count, or null for none
 */
record CaseDetails(@NotNull UUID customerId, @Nullable UUID contactId, @NotBlank @Size(max = 200) String subject,
		@Nullable @Size(max = 20_000) String description, Priority priority, CaseOrigin origin,
		@Nullable UUID agreementId,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<CaseDetails> {

	CaseDetails {
		subject = Texts.strip(subject);
		priority = (priority != null) ? priority : Priority.NORMAL;
		origin = (origin != null) ? origin : CaseOrigin.OTHER;
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

}
