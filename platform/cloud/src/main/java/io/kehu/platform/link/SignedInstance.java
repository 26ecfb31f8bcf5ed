package io.kehu.platform.link;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;

/**
 * Adds the service's signature to the entry with which this process registers.
 */
final class SignedInstance implements BeanPostProcessor {

	static final String METADATA_KEY = "signature";

	private final ObjectProvider<LinkIdentity> identity;

	SignedInstance(ObjectProvider<LinkIdentity> identity) {
		this.identity = identity;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof EurekaInstanceConfigBean instance) {
			this.identity.ifAvailable((known) -> {
				int port = instance.getSecurePortEnabled() ? instance.getSecurePort() : instance.getNonSecurePort();
				instance.getMetadataMap()
					.put(METADATA_KEY, known.signInstance(instance.getInstanceId(), instance.getHostName(false), port));
			});
		}
		return bean;
	}

}
