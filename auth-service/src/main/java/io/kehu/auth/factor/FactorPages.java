package io.kehu.auth.factor;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.auth.key.KeyEncryption;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which users set up their second factors.
 */
@Controller
class FactorPages {

	private static final String PATH = "/account/second-factor";

	private static final String PENDING = "io.kehu.pending-secret";

	private final SecondFactors factors;

	private final Passkeys passkeys;

	private final Accounts accounts;

	private final KeyEncryption encryption;

	private final FreshProof proofs;

	private final RequestCache interrupted = new HttpSessionRequestCache();

	FactorPages(SecondFactors factors, Passkeys passkeys, Accounts accounts, KeyEncryption encryption,
			FreshProof proofs) {
		this.factors = factors;
		this.passkeys = passkeys;
		this.accounts = accounts;
		this.encryption = encryption;
		this.proofs = proofs;
	}

	@GetMapping(PATH)
	String show(Model model, Authentication person, HttpServletRequest request, HttpServletResponse response,
			@RequestParam(required = false) @Nullable String passkey) {
		if ("added".equals(passkey)) {
			model.addAttribute("notice", "Passkey added. You can use it the next time you log in.");
			model.addAttribute("goOn", this.interrupted.getRequest(request, response) != null);
		}
		else if (passkey != null) {
			model.addAttribute("error", "The passkey couldn't be added. Please try again.");
		}
		return page(model, id(person), request.getSession());
	}

	@PostMapping(path = PATH, params = "action=enrol")
	String enrol(Model model, Authentication person, HttpServletRequest request, HttpServletResponse response,
			@RequestParam String code) {
		UUID userId = id(person);
		Optional<List<RecoveryCode>> codes = pending(userId, request.getSession())
			.flatMap((secret) -> this.factors.enrol(userId, secret, code));
		if (codes.isEmpty()) {
			model.addAttribute("error", "The code is incorrect. Wait for your app to show the next one.");
			model.addAttribute("field", "code");
			return page(model, userId, request.getSession());
		}
		request.getSession().removeAttribute(PENDING);
		this.proofs.add(Proof.TOTP, person, request, response);
		return codes(model, codes.get());
	}

	@PostMapping(path = PATH, params = "action=new-codes")
	String newCodes(Model model, Authentication person) {
		return codes(model, this.factors.newCodes(id(person)));
	}

	@PostMapping(path = PATH, params = "action=remove-app")
	String removeApp(Authentication person) {
		this.factors.removeApp(id(person));
		return "redirect:" + PATH;
	}

	@PostMapping(path = PATH, params = "action=remove-passkey")
	String removePasskey(Authentication person, @RequestParam String id) {
		this.factors.removePasskey(id(person), id);
		return "redirect:" + PATH;
	}

	private String page(Model model, UUID userId, HttpSession session) {
		Account account = this.accounts.find(userId).orElseThrow();
		model.addAttribute("app", this.factors.hasApp(userId));
		model.addAttribute("passkeys", this.passkeys.of(userId));
		model.addAttribute("codesLeft", this.factors.recoveryCodesLeft(userId));
		model.addAttribute("required", this.factors.isRequired(account) && !this.factors.isEnrolled(userId));
		if (!this.factors.hasApp(userId)) {
			byte[] secret = pending(userId, session).orElseGet(() -> begin(userId, session));
			model.addAttribute("qr", QrCode.of(Totp.address(secret, account.username())));
			model.addAttribute("secret", Base32.encode(secret).replaceAll("(.{4})(?!$)", "$1 "));
		}
		return "factors";
	}

	private static String codes(Model model, List<RecoveryCode> codes) {
		model.addAttribute("codes", codes.stream().map(RecoveryCode::shown).toList());
		return "codes";
	}

	/**
	 * Keeps the encrypted secret in the session until a code proves that the app has it.
	 */
	private byte[] begin(UUID userId, HttpSession session) {
		byte[] secret = Totp.newSecret();
		session.setAttribute(PENDING,
				Base64.getEncoder().encodeToString(this.encryption.encrypt(PENDING + userId, secret)));
		return secret;
	}

	private Optional<byte[]> pending(UUID userId, HttpSession session) {
		return (session.getAttribute(PENDING) instanceof String stored)
				? Optional.of(this.encryption.decrypt(PENDING + userId, Base64.getDecoder().decode(stored)))
				: Optional.empty();
	}

	private static UUID id(Authentication person) {
		return UUID.fromString(person.getName());
	}

}
