package io.kehu.order.report;

import java.util.List;

import io.kehu.platform.permission.PermissionSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the permissions of reports.
 */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

	@Bean
	PermissionSource reports() {
		return () -> List.of(SalesReportController.VERIFY);
	}

}
