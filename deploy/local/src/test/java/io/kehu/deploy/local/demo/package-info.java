@NullMarked
package io.kehu.deploy.local.demo;

import org.jspecify.annotations.NullMarked;
