package io.kehu.customer.activity;

import java.util.List;

import io.kehu.platform.json.Texts;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.personal.Mask;
import io.kehu.platform.personal.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The sender or a recipient of an e-mail.
 *
 * @param address the address, at most 254 characters (RFC 5321)
 * @param name the name that the e-mail shows, or null
 */
record Correspondent(
		@Personal(Mask.EMAIL) @NotBlank @Size(max = 254) @Pattern(regexp = Correspondent.ADDRESS) String address,
		@Nullable @Size(max = 200) String name) {

	static final String ADDRESS = "[^\\s@,;<>()]+@[^\\s@,;<>()]+";

	Correspondent {
		address = Texts.visible(address);
		name = Texts.orNull(name);
	}

	static List<MailParty> parties(List<Correspondent> all) {
		return all.stream().map((one) -> new MailParty(one.address(), one.name())).toList();
	}

}
