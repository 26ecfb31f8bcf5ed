package io.kehu.customer.duplicate;

import java.util.List;
import java.util.stream.Stream;

import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What customers are to resemble.
 *
 * @param postalCode confirms other matches, like the city
 */
record DuplicateSearch(@Nullable @Size(max = 200) String name,
		@Size(max = 20) List<@NotBlank @Size(max = 254) String> emails,
		@Size(max = 20) List<@NotBlank @Size(max = 50) String> phones, @Nullable @Size(max = 40) String taxNumber,
		@Nullable @Size(max = 20) String postalCode, @Nullable @Size(max = 100) String city) {

	DuplicateSearch {
		name = Texts.orNull(name);
		emails = (emails != null) ? emails : List.of();
		phones = (phones != null) ? phones : List.of();
		taxNumber = Texts.orNull(taxNumber);
		postalCode = Texts.orNull(postalCode);
		city = Texts.orNull(city);
	}

	Resemblance toResemblance() {
		return new Resemblance(Stream.ofNullable(this.name).toList(), this.emails.stream().map(Texts::visible).toList(),
				this.phones.stream().map(PhoneNumber::normalized).toList(), this.taxNumber,
				Stream.of(this.postalCode, this.city).flatMap(Stream::ofNullable).toList(), null);
	}

}
