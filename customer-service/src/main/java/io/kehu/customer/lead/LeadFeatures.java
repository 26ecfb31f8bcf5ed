package io.kehu.customer.lead;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.kehu.customer.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the score of a lead is calculated from: one value for each field, none of which
 * reveals personal data.
 */
final class LeadFeatures {

	/** The value of a field that is not filled in. */
	static final String NONE = "none";

	private static final String PRESENT = "present";

	private static final Set<String> PUBLIC_DOMAINS = Set.of("gmail.com", "googlemail.com", "outlook.com",
			"hotmail.com", "live.com", "yahoo.com", "icloud.com", "aol.com", "gmx.de", "gmx.net", "web.de",
			"t-online.de", "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com", "proton.me", "protonmail.com");

	private LeadFeatures() {
	}

	/** Returns the value of each field. */
	static Map<String, String> of(LeadDetails lead) {
		Map<String, String> features = new TreeMap<>();
		features.put("source", lead.source());
		features.put("country", (lead.country() != null) ? lead.country() : NONE);
		features.put("industry", (lead.industry() != null) ? lead.industry() : NONE);
		features.put("employees", size(lead.employees()));
		features.put("kind", (lead.company() != null) ? "company" : "person");
		features.put("email", email(lead.emails()));
		features.put("phone", lead.phones().isEmpty() ? NONE : PRESENT);
		features.put("jobTitle", (lead.jobTitle() != null) ? PRESENT : NONE);
		features.put("interest", (lead.interest() != null) ? PRESENT : NONE);
		return features;
	}

	/** Sizes are grouped, since single numbers hardly ever occur twice. */
	private static String size(@Nullable Integer employees) {
		if (employees == null) {
			return NONE;
		}
		return (employees < 10) ? "1-9"
				: (employees < 50) ? "10-49" : (employees < 250) ? "50-249" : (employees < 1000) ? "250-999" : "1000+";
	}

	private static String email(List<EmailAddress> emails) {
		if (emails.isEmpty()) {
			return NONE;
		}
		boolean all = emails.stream()
			.map((email) -> email.address().substring(email.address().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
			.allMatch(PUBLIC_DOMAINS::contains);
		return all ? "public-provider" : "company-domain";
	}

}
