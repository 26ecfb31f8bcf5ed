package io.kehu.migration.job;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of jobs, which include their findings.
 */
@RestController
@RequestMapping("/api/v1/migrations/jobs")
class JobShareController extends ShareController {

	JobShareController(@Qualifier("jobShares") Shares shares) {
		super(shares);
	}

}
