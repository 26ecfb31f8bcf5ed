package io.kehu.auth;

import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that start an instance of their own, which mostly wait for it and so run
 * beside the others.
 */
@Suite
@SelectPackages("io.kehu.auth")
@IncludeClassNamePatterns(".*Tests")
@IncludeTags(OwnInstance.TAG)
class OwnInstanceSuite {

}
