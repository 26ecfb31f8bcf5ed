package io.kehu.auth.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.kehu.auth.factor.LoginEvidence;
import io.kehu.auth.factor.SecondFactors;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Decides which step of the login is missing: a second factor if the user has or needs
 * one, a new password if required, or another login if the last one is too old.
 */
@Component
class LoginRules {

	/** The maximum age of a login for sensitive actions. */
	static final Duration RECENT = Duration.ofMinutes(15);

	private final Accounts accounts;

	private final SecondFactors factors;

	private final Clock clock;

	LoginRules(Accounts accounts, SecondFactors factors, Clock clock) {
		this.accounts = accounts;
		this.factors = factors;
		this.clock = clock;
	}

	/**
	 * Returns the rule for authorization requests. Clients can require a recent login
	 * with {@code max_age} and {@code prompt=login}, and two factors with an essential
	 * {@code acr} claim; {@code acr_values} are voluntary.
	 */
	AuthorizationManager<RequestAuthorizationContext> forClients() {
		return (person, context) -> decide(person.get(), Demand.of(context.getRequest()), EnumSet.noneOf(Step.class));
	}

	/**
	 * Returns the rule for a page.
	 * @param here the steps that are completed on this page
	 */
	AuthorizationManager<RequestAuthorizationContext> forPage(@Nullable Duration maximumAge, Step... here) {
		Set<Step> done = EnumSet.noneOf(Step.class);
		done.addAll(Arrays.asList(here));
		return (person, context) -> decide(person.get(), new Demand(maximumAge, false, null), done);
	}

	private AuthorizationResult decide(@Nullable Authentication person, Demand demand, Set<Step> here) {
		if (person == null || !(person.getPrincipal() instanceof UserDetails user)) {
			demand.isRecent(null, this.clock.instant());
			return new AuthorizationDecision(false);
		}
		Optional<Account> account = this.accounts.find(UUID.fromString(user.getUsername()));
		Optional<LoginEvidence> evidence = LoginEvidence.of(person);
		if (account.isEmpty() || evidence.isEmpty()) {
			return missing(Step.RECENT_LOGIN);
		}
		return next(account.get(), evidence.get(), demand, here).<AuthorizationResult>map(LoginRules::missing)
			.orElseGet(() -> {
				demand.granted();
				return new AuthorizationDecision(true);
			});
	}

	private Optional<Step> next(Account account, LoginEvidence evidence, Demand demand, Set<Step> here) {
		boolean enrolled = evidence.isTwoFactors() || this.factors.isEnrolled(account.id());
		if (enrolled && !evidence.isTwoFactors()) {
			return Optional.of(Step.SECOND_FACTOR);
		}
		if (!demand.isRecent(evidence.at(), this.clock.instant())) {
			return Optional.of(Step.RECENT_LOGIN);
		}
		if (account.passwordResetRequired() && !here.contains(Step.NEW_PASSWORD)) {
			return Optional.of(Step.NEW_PASSWORD);
		}
		boolean needed = demand.twoFactors() || this.factors.isRequired(account);
		return (needed && !enrolled && !here.contains(Step.ENROLMENT)) ? Optional.of(Step.ENROLMENT) : Optional.empty();
	}

	private static FactorAuthorizationDecision missing(Step step) {
		return new FactorAuthorizationDecision(
				List.of(RequiredFactorError.createMissing(RequiredFactor.builder().authority(step.name()).build())));
	}

	/**
	 * The steps of a login and their pages.
	 */
	enum Step {

		/** A code or a passkey. */
		SECOND_FACTOR("/login/second-factor"),

		/** A new login. */
		RECENT_LOGIN(LoginPages.LOGIN + "?confirm"),

		/** A new password. */
		NEW_PASSWORD("/account/password"),

		/** The setup of a second factor. */
		ENROLMENT("/account/second-factor");

		private final String page;

		Step(String page) {
			this.page = page;
		}

		String page() {
			return this.page;
		}

	}

	/**
	 * The requirements of a request.
	 *
	 * @param maximumAge the maximum age of the login, or null for any; zero for a new one
	 * @param again the new login that the request asks for, or null if a page asks
	 */
	private record Demand(@Nullable Duration maximumAge, boolean twoFactors, @Nullable Reauthentication again) {

		static Demand of(HttpServletRequest request) {
			boolean two = RequestedClaims.of(request).requiresTwoFactors();
			String prompt = Objects.requireNonNullElse(request.getParameter("prompt"), "");
			if (List.of(prompt.split(" ")).contains("login")) {
				return new Demand(Duration.ZERO, two, new Reauthentication(request));
			}
			String age = request.getParameter("max_age");
			Duration asked = (age != null && age.matches("\\d{1,9}")) ? Duration.ofSeconds(Long.parseLong(age)) : null;
			return new Demand(asked, two, new Reauthentication(request));
		}

		/**
		 * Returns whether a login of this time, or none, is recent enough.
		 */
		boolean isRecent(@Nullable Instant at, Instant now) {
			if (this.maximumAge == null
					|| (at != null && !this.maximumAge.isZero() && !at.plus(this.maximumAge).isBefore(now))) {
				return true;
			}
			return this.again != null && this.again.isDone(at);
		}

		void granted() {
			if (this.again != null && this.maximumAge != null) {
				this.again.forget();
			}
		}

	}

}
