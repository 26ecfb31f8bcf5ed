package io.kehu.customer.customer;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address of a customer.
 *
 * @param type its purpose, for example {@code billing}
 * @param line1 street and number
 * @param line2 further delivery information
 * @param country the ISO 3166-1 alpha-2 code
 * @param from the first day on which it is valid, absent if it is not limited
 * @param to the last day on which it is valid, absent if it is not limited
 */
@Validity
public record PostalAddress(@Nullable @Pattern(regexp = Contacts.TYPE) String type,
		@Nullable @Size(max = 200) String line1, @Nullable @Size(max = 200) String line2,
		@Nullable @Size(max = 20) String postalCode, @Nullable @Size(max = 100) String city,
		@Nullable @Size(max = 100) String region, @NotNull @CountryCode String country,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate to) implements Validity.Limited {

	public PostalAddress {
		line1 = Texts.orNull(line1);
		line2 = Texts.orNull(line2);
		postalCode = Texts.orNull(postalCode);
		city = Texts.orNull(city);
		region = Texts.orNull(region);
	}

}
