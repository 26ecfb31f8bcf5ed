package io.kehu.customer.campaign;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.token.AuthProperties;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The public addresses in an e-mail, which only this service can issue: they contain the
 * id of the e-mail, encrypted and authenticated.
 */
@Component
class MailLinks {

	static final String PATH = "/campaign-mail/";

	private static final String PURPOSE = "campaign mail";

	private final Cursors tokens;

	private final AuthProperties properties;

	MailLinks(Cursors tokens, AuthProperties properties) {
		this.tokens = tokens;
		this.properties = properties;
	}

	/** Returns the addresses in an e-mail. */
	Of of(UUID message) {
		String base = this.properties.issuer() + PATH + this.tokens.write(List.of(message), PURPOSE);
		return new Of() {

			@Override
			public String link(int number) {
				return base + "/links/" + number;
			}

			@Override
			public String open() {
				return base + "/open.gif";
			}

			@Override
			public String unsubscribe() {
				return base + "/unsubscribe";
			}

		};
	}

	/**
	 * Returns the e-mail that an address belongs to.
	 * @throws ProblemException 404 if the address was not issued here
	 */
	UUID message(String token) {
		try {
			return UUID.fromString(this.tokens.read("token", token, PURPOSE).get(0));
		}
		catch (ProblemException ex) {
			throw none();
		}
	}

	static ProblemException none() {
		return ProblemException.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
	}

	/**
	 * The addresses in one e-mail.
	 */
	interface Of {

		/** Returns the addresses of a template itself, for previews. */
		static Of template(List<String> links) {
			return new Of() {

				@Override
				public String link(int number) {
					return links.get(number);
				}

				@Override
				public String open() {
					return "#";
				}

				@Override
				public String unsubscribe() {
					return "#";
				}

			};
		}

		String link(int number);

		String open();

		String unsubscribe();

	}

}
