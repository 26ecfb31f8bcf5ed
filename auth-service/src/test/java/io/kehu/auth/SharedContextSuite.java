package io.kehu.auth;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that share one running service, and those that need none.
 */
@Suite
@SelectPackages("io.kehu.auth")
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags(OwnInstance.TAG)
class SharedContextSuite {

}
