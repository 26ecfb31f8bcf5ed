package io.kehu.discovery;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.netflix.eureka.server.event.EurekaInstanceRegisteredEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Refuses registrations under more than one name: clients look instances up by their
 * virtual addresses, which have to be the name of the service itself. (Clients also
 * ignore such an instance, since the other service has not signed it.)
 */
@Component
class RegistrationRules {

	private final PeerAwareInstanceRegistry registry;

	RegistrationRules(PeerAwareInstanceRegistry registry) {
		this.registry = registry;
	}

	@EventListener
	void check(EurekaInstanceRegisteredEvent event) {
		InstanceInfo instance = event.getInstanceInfo();
		if (!isOwn(instance, instance.getVIPAddress()) || !isOwn(instance, instance.getSecureVipAddress())) {
			this.registry.cancel(instance.getAppName(), instance.getId(), false);
			throw new ForbiddenException("An instance registers under the name of its service only.");
		}
	}

	private static boolean isOwn(InstanceInfo instance, @Nullable String address) {
		return address == null || address.equalsIgnoreCase(instance.getAppName());
	}

}
