package io.claribi.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.mfa.Enrolment;
import io.claribi.identity.mfa.OwnFactors;
import io.claribi.kernel.Caller;
import io.claribi.secrets.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/mfa")
class MfaController {
    private final Enrolment enrolment;
    private final OwnFactors factors;

    MfaController(Enrolment enrolment, OwnFactors factors) {
        this.enrolment = enrolment;
        this.factors = factors;
    }

    @GetMapping
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("who has to enrol sees here that they have not yet")
    MfaView get(Caller caller) {
        return MfaView.of(factors.of(caller));
    }

    @PostMapping("/totp")
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("this is how one enrols")
    @Unaudited("nothing counts before it is confirmed, which the trail tells")
    SetupView begin(Caller caller, @RequestBody PasswordRequest request) {
        return SetupView.of(enrolment.begin(caller, request.password()));
    }

    @PostMapping("/totp/confirm")
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("this is how one enrols")
    BackupCodesView confirm(Caller caller, @RequestBody CodeRequest request) {
        return BackupCodesView.of(enrolment.confirm(caller, request.code()));
    }

    @PostMapping("/backup-codes")
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("says what it needs: an authenticator app that is enrolled")
    BackupCodesView renewBackupCodes(Caller caller, @RequestBody PasswordAndCodeRequest request) {
        return BackupCodesView.of(enrolment.renewBackupCodes(caller, request.password(), request.code()));
    }

    @DeleteMapping
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("says what it needs: an authenticator app that is enrolled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(Caller caller, @RequestBody PasswordAndCodeRequest request) {
        enrolment.disable(caller, request.password(), request.code());
    }

    private static String shown(Secret secret) {
        return secret.use(text -> text);
    }

    record PasswordRequest(Secret password) {}

    record CodeRequest(Secret code) {}

    record PasswordAndCodeRequest(Secret password, Secret code) {}

    /**
     * @param totp whether an authenticator app is enrolled
     * @param available whether the plan lets members enrol
     * @param required whether the organization wants a second factor of its members
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MfaView(
            boolean totp, @Nullable Instant enabledAt, int backupCodesLeft, boolean available, boolean required) {
        static MfaView of(OwnFactors.Status status) {
            return new MfaView(
                    status.totpSince() != null,
                    status.totpSince(),
                    status.backupCodesLeft(),
                    status.available(),
                    status.required());
        }
    }

    /**
     * @param secret in Base32 (RFC 4648)
     * @param manualKey the same in groups of four
     * @param otpauthUri for an app on the same device
     * @param qrSvg the same to scan
     */
    record SetupView(String secret, String manualKey, String otpauthUri, String qrSvg) {
        static SetupView of(Enrolment.Setup setup) {
            return new SetupView(
                    shown(setup.seed()), shown(setup.manualKey()), shown(setup.uri()), shown(setup.qrSvg()));
        }
    }

    /** Each good once. They are not shown again. */
    record BackupCodesView(List<String> backupCodes) {
        static BackupCodesView of(List<Secret> codes) {
            return new BackupCodesView(codes.stream().map(MfaController::shown).toList());
        }
    }
}
