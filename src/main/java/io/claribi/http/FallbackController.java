package io.claribi.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what no handler has answered. */
@Controller
class FallbackController implements ErrorController {
    private final Problems problems;

    FallbackController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Public("answers failures, whoever met them")
    @Unaudited("changes nothing")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        problems.write(failure instanceof Throwable thrown ? thrown : ofStatus(request), request, response);
    }

    /** Called as an ordinary route there is no status, and so nothing here. */
    private static Throwable ofStatus(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Failures.ofStatus(status instanceof Integer code ? code : 404);
    }
}
