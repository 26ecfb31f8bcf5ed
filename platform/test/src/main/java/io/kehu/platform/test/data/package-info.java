/**
 * Tests on real data, which lies outside the project.
 */
@NullMarked
package io.kehu.platform.test.data;

import org.jspecify.annotations.NullMarked;
