import type { ComponentType } from 'react';

export interface PageRoute {
  path: string;
  /** Fetches the page's file when somebody first goes there. */
  page: () => Promise<ComponentType>;
}

/** Every page of the portal and the desks; canvas, projector and phone are entries of their own. A capability's pages live in its folder; a new one adds its line here. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: async () => (await import('./home/home-page.tsx')).HomePage },

  { path: '/sign-in', page: async () => (await import('./identity/sign-in-page.tsx')).SignInPage },
  { path: '/set-up', page: async () => (await import('./identity/set-up-page.tsx')).SetUpPage },
  { path: '/invitation', page: async () => (await import('./identity/invitation-page.tsx')).InvitationPage },
  { path: '/account', page: async () => (await import('./identity/account-page.tsx')).AccountPage },
  { path: '/admin', page: async () => (await import('./identity/admin-page.tsx')).AdminPage },
  { path: '/admin/:part', page: async () => (await import('./identity/admin-page.tsx')).AdminPage },

  { path: '/processes', page: async () => (await import('./participation/processes-page.tsx')).ProcessesPage },
  { path: '/processes/new', page: async () => (await import('./participation/edit-process-page.tsx')).NewProcessPage },
  { path: '/processes/:id', page: async () => (await import('./participation/process-page.tsx')).ProcessPage },
  { path: '/processes/:id/edit', page: async () => (await import('./participation/edit-process-page.tsx')).EditProcessPage },

  { path: '/commitments', page: async () => (await import('./commitments/commitments-page.tsx')).CommitmentsPage },
  { path: '/commitments/:id', page: async () => (await import('./commitments/commitment-page.tsx')).CommitmentPage },
  { path: '/commitments/:id/edit', page: async () => (await import('./commitments/edit-commitment-page.tsx')).EditCommitmentPage },
  { path: '/action-plans/:id', page: async () => (await import('./commitments/action-plan-page.tsx')).ActionPlanPage },
  { path: '/action-plans/:planId/commitments/new', page: async () => (await import('./commitments/edit-commitment-page.tsx')).NewCommitmentPage },

  { path: '/methods', page: async () => (await import('./methods/methods-page.tsx')).MethodsPage },
  { path: '/methods/guide', page: async () => (await import('./methods/method-guide-page.tsx')).MethodGuidePage },
  { path: '/methods/:methodId', page: async () => (await import('./methods/method-page.tsx')).MethodPage },
  { path: '/topic-guide', page: async () => (await import('./methods/topic-guide-page.tsx')).TopicGuidePage },
  { path: '/my', page: async () => (await import('./provenance/my-page.tsx')).MyPage },
  { path: '/notices', page: async () => (await import('./provenance/notices/notices-page.tsx')).NoticesPage },
  { path: '/address', page: async () => (await import('./provenance/notices/address-page.tsx')).AddressPage },
  { path: '/unsubscribe', page: async () => (await import('./provenance/notices/unsubscribe-page.tsx')).UnsubscribePage },
  { path: '/r', page: async () => (await import('./provenance/receipt-page.tsx')).ReceiptPage },
  { path: '/survey', page: async () => (await import('./sessions/feedback/survey-page.tsx')).SurveyPage },
  { path: '/ways/:id', page: async () => (await import('./provenance/way-page.tsx')).WayPage },

  { path: '/processes/:processId/sessions/new', page: async () => (await import('./sessions/new-session-page.tsx')).NewSessionPage },
  { path: '/sessions/:id', page: async () => (await import('./sessions/session-page.tsx')).SessionPage },
  { path: '/sessions/:id/run-sheet', page: async () => (await import('./sessions/run-sheet/paper-page.tsx')).RunSheetPage },
  { path: '/sessions/:id/run', page: async () => (await import('./sessions/remote/remote-page.tsx')).RemotePage },
  { path: '/sessions/:id/history', page: async () => (await import('./sessions/history-page.tsx')).HistoryPage },
  { path: '/sessions/:id/report', page: async () => (await import('./sessions/report/report-page.tsx')).ReportPage },
  { path: '/sessions/:id/report/edit', page: async () => (await import('./sessions/report/report-edit-page.tsx')).ReportEditPage },
  { path: '/sessions/:id/reflection', page: async () => (await import('./sessions/feedback/reflection-page.tsx')).ReflectionPage },
  { path: '/sessions/:id/registration', page: async () => (await import('./registration/registration-page.tsx')).RegistrationPage },
  { path: '/sessions/:id/registrations', page: async () => (await import('./registration/registrations-page.tsx')).RegistrationsPage },
  { path: '/sessions/:id/paper', page: async () => (await import('./registration/paper-page.tsx')).PaperPage },
  { path: '/registration', page: async () => (await import('./registration/my-registration-page.tsx')).MyRegistrationPage },

  { path: '/processes/:processId/ideas', page: async () => (await import('./ideas/ideas-page.tsx')).IdeasPage },
  { path: '/processes/:processId/ideas/new', page: async () => (await import('./ideas/contribute-page.tsx')).ContributePage },
  { path: '/processes/:processId/desk', page: async () => (await import('./ideas/desk-page.tsx')).DeskPage },
  { path: '/processes/:processId/paper-form', page: async () => (await import('./ideas/paper-form-page.tsx')).PaperFormPage },
  { path: '/processes/:processId/idea-intake', page: async () => (await import('./ideas/intake-page.tsx')).IntakePage },
  { path: '/processes/:processId/reports', page: async () => (await import('./ideas/talk/reports-page.tsx')).ReportsPage },
  { path: '/ideas/:id', page: async () => (await import('./ideas/idea-page.tsx')).IdeaPage },

  { path: '/processes/:id/criteria', page: async () => (await import('./assessment/criteria-page.tsx')).CriteriaPage },
  { path: '/processes/:id/assessments', page: async () => (await import('./assessment/process-assessments-page.tsx')).ProcessAssessmentsPage },
  { path: '/assessments', page: async () => (await import('./assessment/waiting-page.tsx')).WaitingPage },
  { path: '/assessments/:id', page: async () => (await import('./assessment/assessment-page.tsx')).AssessmentPage },

  { path: '/processes/:processId/public-votes/new', page: async () => (await import('./public-votes/edit-vote-page.tsx')).NewVotePage },
  { path: '/public-votes/:id', page: async () => (await import('./public-votes/public-vote-page.tsx')).PublicVotePage },
  { path: '/public-votes/:id/edit', page: async () => (await import('./public-votes/edit-vote-page.tsx')).EditVotePage },
  { path: '/public-votes/:id/paper', page: async () => (await import('./public-votes/paper-page.tsx')).PaperPage },
  { path: '/public-votes/:id/ballot', page: async () => (await import('./public-votes/ballot-page.tsx')).BallotPage },

  { path: '/dossiers/:id', page: async () => (await import('./outputs/dossier-page.tsx')).DossierPage },
  { path: '/dossiers/:id/edit', page: async () => (await import('./outputs/dossier-edit-page.tsx')).DossierEditPage },
  { path: '/dossiers/:id/versions/:version', page: async () => (await import('./outputs/dossier-version-page.tsx')).DossierVersionPage },

  { path: '/overview', page: async () => (await import('./duties/overview-page.tsx')).OverviewPage },
  { path: '/overview/waiting', page: async () => (await import('./duties/waiting-page.tsx')).WaitingPage },
  { path: '/overview/contributions', page: async () => (await import('./duties/contributions-page.tsx')).ContributionsPage },

  { path: '/desk', page: async () => (await import('./review/desk-page.tsx')).DeskPage },
  { path: '/dossiers/:id/route', page: async () => (await import('./review/route/route-page.tsx')).RoutePage },
  { path: '/referrals/:id', page: async () => (await import('./review/referral-page.tsx')).ReferralPage },
  { path: '/referral-questions/:id', page: async () => (await import('./review/question-page.tsx')).QuestionPage },
  { path: '/bodies/:id', page: async () => (await import('./identity/body-page.tsx')).BodyPage },
  { path: '/meetings/:id', page: async () => (await import('./review/meetings/meeting-page.tsx')).MeetingPage },
  { path: '/decisions', page: async () => (await import('./review/decisions-page.tsx')).DecisionsPage },
  { path: '/decisions/:id', page: async () => (await import('./review/decision-page.tsx')).DecisionPage },
];
