package io.kehu.platform.security;

import io.kehu.platform.link.LinkPeers;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that has a service believe forwarded headers of the gateway only.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ForwardedAutoConfiguration {

	@Bean
	GuardCustomizer forwardedGuard(LinkPeers peers, Environment environment) {
		return new GuardCustomizer(
				new ForwardedGuard(peers, environment.getProperty("spring.application.name", "application")));
	}

	/**
	 * Adds the guard before the valve that applies the headers.
	 *
	 * @param guard the guard
	 */
	record GuardCustomizer(
			ForwardedGuard guard) implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

		@Override
		public void customize(ConfigurableTomcatWebServerFactory factory) {
			factory.addEngineValves(this.guard);
		}

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

	}

}
