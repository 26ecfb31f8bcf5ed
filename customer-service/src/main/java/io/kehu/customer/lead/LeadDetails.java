package io.kehu.customer.lead;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.customer.customer.CountryCode;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.OnePrimary;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a lead: the body of a create, an upsert or a bulk line,
 * and the target of a merge patch. A lead has a company, a family name, or both.
 *
 * @param source where it came from, for example {@code web} or {@code trade-fair};
 * {@code other} by default
 * @param industry the industry of the company, for example {@code mining}
 * @param employees the number of employees of the company, or null if it is unknown
 * @param interest what it is interested in
 * @param estimatedValue what it may be worth
 * @param ownership its owner and team, on the same level as the other fields in JSON
 */
record LeadDetails(@Pattern(regexp = LeadDetails.SLUG) String source, @Nullable @Size(max = 200) String company,
		@Nullable @Size(max = 100) String givenName, @Nullable @Size(max = 100) String familyName,
		@Nullable @Size(max = 100) String jobTitle,
		@OnePrimary @Size(max = 20) List<@NotNull @Valid EmailAddress> emails,
		@OnePrimary @Size(max = 20) List<@NotNull @Valid PhoneNumber> phones, @Nullable @Size(max = 100) String city,
		@Nullable @CountryCode String country, @Nullable @Pattern(regexp = LeadDetails.SLUG) String industry,
		@Nullable @Min(0) @Max(10_000_000) Integer employees, @Nullable @Size(max = 200) String interest,
		@Nullable Money estimatedValue, @Nullable @Size(max = 10_000) String note,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
		@JsonUnwrapped Ownership ownership) implements KeyedDetails<LeadDetails>, Owned<LeadDetails> {

	static final String SLUG = "[a-z][a-z0-9_-]{0,29}";

	LeadDetails {
		source = (source != null) ? source : "other";
		company = Texts.orNull(company);
		givenName = Texts.orNull(givenName);
		familyName = Texts.orNull(familyName);
		jobTitle = Texts.orNull(jobTitle);
		emails = (emails != null) ? emails : List.of();
		phones = (phones != null) ? phones : List.of();
		city = Texts.orNull(city);
		interest = Texts.orNull(interest);
		estimatedValue = (estimatedValue != null) ? estimatedValue.normalized() : null;
		note = Texts.orNull(note);
		externalIds = (externalIds != null) ? externalIds : List.of();
		ownership = Ownership.orNone(ownership);
	}

	/**
	 * Checks that the lead has a name, and that its value is not negative.
	 * @throws ProblemException 400 if not
	 */
	void check() {
		if (this.company == null && this.familyName == null) {
			throw ProblemException.invalid("/company", "required", "name a company, a person, or both");
		}
		if (this.estimatedValue != null && this.estimatedValue.decimal().signum() < 0) {
			throw ProblemException.invalid("/estimatedValue/amount", "out_of_range", "must not be negative");
		}
	}

	@Override
	public LeadDetails ownedBy(Ownership other) {
		return copy(other);
	}

	private LeadDetails copy(Ownership owned) {
		return new LeadDetails(this.source, this.company, this.givenName, this.familyName, this.jobTitle, this.emails,
				this.phones, this.city, this.country, this.industry, this.employees, this.interest, this.estimatedValue,
				this.note, this.externalIds, owned);
	}

}
