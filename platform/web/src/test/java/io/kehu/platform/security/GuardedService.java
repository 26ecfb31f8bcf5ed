package io.kehu.platform.security;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;

import io.kehu.platform.link.LinkAutoConfiguration;
import io.kehu.platform.test.token.TestTokenAutoConfiguration;
import io.kehu.platform.token.TokenAutoConfiguration;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A minimal service for testing the shared security configuration.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, SecurityAutoConfiguration.class,
		SecurityFilterAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
		OAuth2ResourceServerAutoConfiguration.class, LinkAutoConfiguration.class, TestTokenAutoConfiguration.class,
		TokenAutoConfiguration.class, ApiSecurityAutoConfiguration.class })
@Import({ GuardedService.Things.class, GuardedService.DangerousThings.class, KnownRights.class })
class GuardedService {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/**
	 * A controller that requires a recent login for all changes.
	 */
	@RestController
	@RecentLogin
	static class DangerousThings {

		private final RecentLogins logins;

		DangerousThings(RecentLogins logins) {
			this.logins = logins;
		}

		@GetMapping("/dangerous")
		String read() {
			return "read";
		}

		@PostMapping("/dangerous")
		String change() {
			return "changed";
		}

		@PostMapping("/dangerous/reading")
		@RecentLogin(minutes = RecentLogin.ANY)
		String readMany() {
			return "read";
		}

		@GetMapping("/dangerous/inside")
		String changeAfterALook() {
			this.logins.check();
			return "changed";
		}

	}

	@RestController
	static class Things {

		@GetMapping("/caller")
		Caller caller(@AuthenticationPrincipal Caller caller) {
			return caller;
		}

		@GetMapping("/customers")
		@PreAuthorize("hasAuthority('customer:read')")
		String customers() {
			return "customers";
		}

		@PostMapping(path = "/customers", consumes = "application/json")
		@PreAuthorize("hasAuthority(this.permission())")
		Map<String, Object> register(@RequestBody Map<String, Object> customer) {
			return customer;
		}

		public String permission() {
			return "customer:write";
		}

		@DeleteMapping("/customers")
		@PreAuthorize("hasAuthority('customer:delete')")
		@RecentLogin
		String deleteAll() {
			return "deleted";
		}

		@GetMapping("/later")
		Callable<String> later() {
			return () -> Callers.current().name();
		}

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("broken");
		}

		@PostMapping("/things")
		String post() {
			return "done";
		}

	}

}
